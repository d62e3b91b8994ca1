package az.dost.vahid.sources.ingest;

import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.blob.WorkDisk;
import az.dost.vahid.proof.record.SpecialSources;

/**
 * Where files of all agencies are kept: on this gateway's disk while it deals with one, then in the blob store, by the
 * class of the agency's facts.
 */
record DropKeeping(Blobs blobs, WorkDisk disk, SpecialSources special) {}
