/** People who are protected, and who may look them up nevertheless. */
package az.dost.vahid.proof.protection;
