/** File drops, step by step: a file is claimed, read, proven, loaded beside what stands, and then takes its place. */
package az.dost.vahid.sources.ingest;
