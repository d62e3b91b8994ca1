/** The words of file drops: names, claims, refusals, and what is found wrong with a row. */
package az.dost.vahid.sources.ingest.drop;
