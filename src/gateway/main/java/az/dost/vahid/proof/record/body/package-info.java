/** What is kept encrypted: bodies under the keys of their day and class, found by their ids. */
package az.dost.vahid.proof.record.body;
