package az.dost.vahid.answer;

/** Evidence of a dossier, and the agency whose answer it is. */
public record KeptEvidence(String agency, Evidence evidence) {}
