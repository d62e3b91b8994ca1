package az.dost.vahid.json;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Ends where lists and mappings nest too deeply: the library has no bound for it, and calls itself for each. */
final class ShallowParser extends ParserImpl {
    private final int most;
    private int depth;

    ShallowParser(LoadSettings settings, String text, int most) {
        super(settings, new StreamReader(settings, text));
        this.most = most;
    }

    @Override
    public Event next() {
        Event event = super.next();
        switch (event.getEventId()) {
            case SequenceStart, MappingStart -> depth++;
            case SequenceEnd, MappingEnd -> depth--;
            default -> {}
        }
        if (depth > most) {
            throw new YamlEngineException("it nests deeper than " + most);
        }
        return event;
    }
}
