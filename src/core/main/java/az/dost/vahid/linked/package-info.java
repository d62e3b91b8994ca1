/**
 * Linked data: things and what is said of them (RDF 1.1), written as JSON-LD 1.1 and Turtle. What is said is the affair
 * of whoever knows the things; here are the names of others' vocabularies, and how a graph is written (decision 212).
 * Nothing here is null where it does not say so.
 */
package az.dost.vahid.linked;
