/** What was loaded: an agency's rows as of one moment, and the tree over a file's rows by which each can be proven. */
package az.dost.vahid.sources.ingest.snapshot;
