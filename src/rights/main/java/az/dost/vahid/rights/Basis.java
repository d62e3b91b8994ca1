package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a right is evaluated over.
 *
 * @param dossier of the person whose right it is, made for the right's purpose
 * @param about that of the event's person, where it is somebody else and the law asks about that person too; missing
 *     where none was made
 * @param event data of the event that brought the right about; missing where none did
 */
public record Basis(JsonNode dossier, JsonNode about, JsonNode event) {}
