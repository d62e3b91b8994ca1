package az.dost.vahid.check;

import az.dost.vahid.check.fact.FactField;
import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.check.fact.FactShape;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * The events of a watched agency: their facts are the connector's, and they fit {@code event.schema.json} as far as
 * that can be seen.
 */
final class EventsCheck implements FolderCheck {
    private static final String CITIZEN = "fin";
    private final FactSchemas facts;
    private final EventTypes types;

    EventsCheck(FactSchemas facts) {
        this.facts = facts;
        try (var in = new ClassPathResource("contracts/event.schema.json").getInputStream()) {
            this.types = new EventTypes(Json.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        if (folder.connector() == null) {
            return;
        }
        Connector connector = folder.connector();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < connector.events().size(); i++) {
            Connector.Change change = connector.events().get(i);
            Definition descriptor = folder.descriptor();
            if (!connector.facts().contains(change.fact())
                    && !connector.confirms().contains(change.fact())) {
                remarks.error(descriptor.at(
                        "the connector declares no fact " + change.fact() + meant(change.fact(), connector.facts()),
                        "events",
                        i,
                        "fact"));
            }
            if (!told.add(change.type())) {
                remarks.error(
                        descriptor.at("another change is told as " + change.type() + " already", "events", i, "type"));
            }
            Set<String> fields = types.fields(change.type());
            if (!fields.contains(CITIZEN)) {
                List<String> possible = types.names().stream()
                        .filter(type -> types.fields(type).contains(CITIZEN))
                        .toList();
                remarks.error(descriptor.at(
                        "no agency tells of " + change.type() + meant(change.type(), possible), "events", i, "type"));
            } else {
                data(descriptor, i, change, fields, remarks);
            }
        }
    }

    private void data(Definition descriptor, int i, Connector.Change change, Set<String> fields, Remarks remarks) {
        change.data().forEach((field, place) -> {
            if (!fields.contains(field) || field.equals(CITIZEN)) {
                remarks.error(descriptor.at(
                        change.type() + " has no field " + field + " to fill" + meant(field, fields),
                        "events",
                        i,
                        "data",
                        field));
            }
            FactShape shape = facts.shape(change.fact());
            List<String> known = shape.fields().stream().map(FactField::name).toList();
            String first = place.replaceFirst("^/([^/]*).*", "$1");
            if (!shape.list() && !known.isEmpty() && !known.contains(first)) {
                remarks.error(descriptor.at(
                        change.fact() + " has no field " + first + meant(first, known), "events", i, "data", field));
            }
        });
        types.required(change.type()).stream()
                .filter(field -> !field.equals(CITIZEN) && !change.data().containsKey(field))
                .forEach(field ->
                        remarks.error(descriptor.at(change.type() + " needs the field " + field, "events", i, "data")));
    }

    private static String meant(String word, Collection<String> known) {
        String nearest = Nearest.of(word, known);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }
}
