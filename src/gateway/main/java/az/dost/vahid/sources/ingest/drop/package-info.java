/** What gateways share of a drop's folder: who looks into it, what waits, and what the database refused. */
package az.dost.vahid.sources.ingest.drop;
