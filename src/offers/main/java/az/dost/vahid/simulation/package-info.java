/**
 * What other rules would change for people, asked by an analyst, released by an auditor and computed by whichever
 * gateway comes first.
 */
package az.dost.vahid.simulation;
