/** The database is not trusted: what is read back from it is known by keyed digests, and what does not hold is told. */
package az.dost.vahid.proof.trust;
