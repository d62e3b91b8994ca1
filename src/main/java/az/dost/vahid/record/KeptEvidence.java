package az.dost.vahid.record;

import az.dost.vahid.answer.Evidence;

/** Evidence of a dossier, and the agency whose answer it is. */
public record KeptEvidence(String agency, Evidence evidence) {}
