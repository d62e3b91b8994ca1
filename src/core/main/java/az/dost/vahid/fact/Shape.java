package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;

/** The compiled definition of one place in a fact. Safe for use by many threads. */
interface Shape {
    /**
     * What of a value is believed. The value itself is never changed: it may belong to the mapping.
     *
     * @param value never null, and no null node
     * @param trail where it stands; told what it breaks
     * @return the value when it is whole, a copy without what is not believed, or null when nothing of it is
     */
    JsonNode believed(JsonNode value, CheckRun trail);
}
