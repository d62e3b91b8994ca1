/** What was said and to whom: dossiers, evidence and acts, durable before an answer leaves, in one chain. */
package az.dost.vahid.proof.record;
