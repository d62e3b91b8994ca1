package az.dost.vahid.check.form;

import java.nio.file.Path;

/**
 * What keeps documents from being held to a contract, or from being held to all of it. @param line from 1; 0 for the
 * file as a whole
 */
public record ContractTrouble(Path file, int line, String message) {}
