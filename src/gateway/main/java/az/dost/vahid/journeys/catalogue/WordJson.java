package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.passport.Passport;
import az.dost.vahid.wordbook.Word;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Names in both languages. */
final class WordJson {
    static ObjectNode of(Word word) {
        return of(word.az(), word.en());
    }

    static ObjectNode of(Passport.Title title) {
        return of(title.az(), title.en());
    }

    static ObjectNode of(String az, String en) {
        return JsonNodeFactory.instance.objectNode().put("az", az).put("en", en);
    }

    private WordJson() {}
}
