/**
 * Rows of work and periodic jobs that one gateway takes for all, each for the time of a lease, by the database's clock.
 */
package az.dost.vahid.proof.claim;
