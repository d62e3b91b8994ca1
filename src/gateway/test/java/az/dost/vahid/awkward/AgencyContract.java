package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What an agency's own contract says of its answers. */
interface AgencyContract {
    /**
     * Each leaf by its path in the tree that mappings see: names with points between them, lists not shown, {@code @}
     * before an attribute. A leaf that several parts have has several forms.
     */
    Map<String, List<Form>> leaves();

    /** An answer that is valid by the contract, as the mapping sees it. */
    JsonNode answer(Random random);
}
