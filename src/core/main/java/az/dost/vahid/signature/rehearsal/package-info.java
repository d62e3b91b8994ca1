/**
 * Keys and signatures of an agency that is only played, by the kit's {@code connector mock}: the other side of every
 * proof.
 */
package az.dost.vahid.signature.rehearsal;
