package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;

/** What values of one leaf the contract allows. */
interface Form {
    /** One of them. */
    JsonNode draw(Random random);
}
