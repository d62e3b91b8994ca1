package az.dost.vahid.journeys.misuse;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;

/** Reads the rules' file. */
final class RuleReader {
    private final List<Finding> findings = new ArrayList<>();
    private final Definition file;

    private RuleReader(Definition file) {
        this.file = file;
        findings.addAll(file.findings());
    }

    /** @throws DefinitionException with every error of the file */
    static RuleBook read(Resource resource, DefinitionReader reader) {
        return new RuleReader(reader.read(resource, resource.getFilename())).read();
    }

    private RuleBook read() {
        RuleBook book = findings.isEmpty()
                ? new RuleBook(hours(file.content()), rules(file.content().path("rules")))
                : null;
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return book;
    }

    private WorkingHours hours(JsonNode content) {
        JsonNode hours = content.path("workingHours");
        ZoneId zone = null;
        try {
            zone = ZoneId.of(content.path("zone").asText());
        } catch (DateTimeException e) {
            findings.add(file.at("no time zone is called so", "zone"));
        }
        LocalTime from = LocalTime.parse(hours.path("from").asText());
        LocalTime to = LocalTime.parse(hours.path("to").asText());
        if (!from.isBefore(to)) {
            findings.add(file.at("working hours must end after they begin", "workingHours", "to"));
        }
        Set<DayOfWeek> days = new HashSet<>();
        hours.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < content.path("holidays").size(); i++) {
            try {
                holidays.add(LocalDate.parse(content.path("holidays").path(i).asText()));
            } catch (DateTimeException e) {
                findings.add(file.at("there is no such day", "holidays", i));
            }
        }
        return new WorkingHours(zone, from, to, days, holidays);
    }

    private List<Rule> rules(JsonNode list) {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode rule = list.path(i);
            Behaviour behaviour = Behaviour.valueOf(rule.path("watch").asText());
            Action action = Action.valueOf(rule.path("action").asText());
            if (!ids.add(rule.path("id").asText())) {
                findings.add(file.at("the id is that of another rule", "rules", i, "id"));
            }
            boolean abandoned = behaviour == Behaviour.ABANDONED_CASES;
            needed(rule, "window", behaviour.counts() || abandoned, i);
            needed(rule, "moreThan", behaviour.counts() || abandoned, i);
            needed(rule, "after", abandoned, i);
            needed(rule, "delayMs", action == Action.SLOW, i);
            if (abandoned && action != Action.FLAG) {
                findings.add(file.at(
                        "a case is seen to be abandoned long after its lookup, which can only be flagged then",
                        "rules",
                        i,
                        "action"));
            }
            rules.add(new Rule(
                    rule.path("id").asText(),
                    behaviour,
                    duration(rule.path("window")),
                    rule.path("moreThan").intValue(),
                    duration(rule.path("after")),
                    action,
                    rule.path("delayMs").intValue()));
        }
        return rules;
    }

    private void needed(JsonNode rule, String member, boolean needed, int index) {
        if (needed != rule.has(member)) {
            findings.add(
                    needed
                            ? file.at("this rule needs the member " + member, "rules", index)
                            : file.at("this rule has no use for the member " + member, "rules", index, member));
        }
    }

    private static Duration duration(JsonNode text) {
        return text.isMissingNode() ? null : Duration.parse(text.asText());
    }
}
