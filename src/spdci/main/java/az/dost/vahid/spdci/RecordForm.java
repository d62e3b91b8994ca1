package az.dost.vahid.spdci;

import az.dost.vahid.normalise.Mapping;
import java.util.List;

/**
 * A record of a registry of the standard.
 *
 * @param key the fact without which there is no record
 * @param facts that it is made of, the key among them
 * @param map from facts to the record
 */
record RecordForm(String name, String key, List<String> facts, Mapping map) {}
