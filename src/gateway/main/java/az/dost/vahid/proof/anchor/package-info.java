/** Signed roots of the record, kept outside the database. */
package az.dost.vahid.proof.anchor;
