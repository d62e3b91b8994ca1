/**
 * An agency played from its connector's folder: samples answered over its own protocol, with its own proof, and with
 * faults.
 */
package az.dost.vahid.check.rehearse;
