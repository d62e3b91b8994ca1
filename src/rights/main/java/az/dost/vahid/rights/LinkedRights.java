package az.dost.vahid.rights;

import az.dost.vahid.linked.Graph;
import az.dost.vahid.linked.LinkedWords;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Rights by CPSV-AP 3.2.0 and CCCEV 2.1.0: the award of a payment is a public service, each version of its law a rule
 * that the service follows, each condition a criterion. What the law asks and no register gives is required
 * information.
 */
final class LinkedRights {
    private static final String IDENTIFIER = "dct:identifier";
    private static final String TITLE = "dct:title";
    private static final String DESCRIPTION = "dct:description";
    private static final String REQUIRES = "cv:holdsRequirement";
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"{}|^`\\\\]+");
    private final Graph graph = new Graph();
    private final String address;
    private final Wordbook words;
    private final Function<String, Word> agencies;
    private final LinkedWords common;

    /**
     * @param address where outsiders reach the gateway, without a slash at its end; empty for relative addresses
     * @param agencies by their ids, what people call them
     */
    LinkedRights(String address, Wordbook words, Function<String, Word> agencies) {
        this.address = address + "/v1/rights";
        this.words = words;
        this.agencies = agencies;
        this.common = new LinkedWords(graph, address, words);
    }

    Graph of(Collection<Right> rights) {
        Graph.Thing all = graph.thing(address)
                .is("dcat:Dataset")
                .plain(IDENTIFIER, "rights")
                .texts(TITLE, "Vahid: ödəniş hüquqları", "Vahid: rights to payments")
                .texts(
                        DESCRIPTION,
                        "Şinin özünün tapdığı hüquqlar və qanunların şərtləri. Şin heç nə təyin etmir və"
                                + " ödəmir; bu, hüquqi məsləhət deyil.",
                        "Rights that the bus finds by itself, and what the laws ask. The bus decides and"
                                + " pays nothing; this is no legal advice.")
                .link("dct:publisher", common.dost());
        rights.forEach(right -> all.link("dct:hasPart", right(right, all)));
        return graph;
    }

    private String at(String... parts) {
        return address + "#" + String.join(".", parts);
    }

    private Graph.Thing right(Right right, Graph.Thing all) {
        Word awards = agencies.apply(right.awardedBy());
        Graph.Thing service = graph.thing(at(right.code()))
                .is("cpsv:PublicService")
                .plain(IDENTIFIER, right.code())
                .texts(TITLE, right.title().az(), right.title().en())
                .texts(
                        DESCRIPTION,
                        "Təyin edən qurum: " + awards.az() + ". "
                                + (right.proactive() ? "Müraciət tələb olunmur." : "Müraciət tələb olunur."),
                        "Awarded by: " + awards.en() + ". "
                                + (right.proactive() ? "It needs no application." : "It needs an application."))
                .link("dct:isPartOf", all)
                .link("cv:hasCompetentAuthority", common.agency(right.awardedBy(), awards.az(), awards.en()))
                .link(
                        "cpsv:produces",
                        graph.thing(at(right.code(), "payment"))
                                .is("cv:Output")
                                .plain(IDENTIFIER, right.code() + "/payment")
                                .texts(TITLE, right.title().az(), right.title().en()));
        right.events().stream().sorted().forEach(type -> service.link("cv:isGroupedBy", event(type)));
        right.birthdays().stream().sorted().forEach(age -> service.link("cv:isGroupedBy", birthday(age)));
        right.versions().forEach(version -> version(right, version, service));
        return service;
    }

    private Graph.Thing event(String type) {
        Word word = words.of("values").getOrDefault("event.type." + type, new Word(type, type));
        return event(common.event(type), type, word.az(), word.en());
    }

    private Graph.Thing birthday(int age) {
        return event(at("birthday-" + age), "birthday-" + age, age + " yaşın tamam olması", "Birthday: " + age);
    }

    private Graph.Thing event(String at, String identifier, String az, String en) {
        return graph.thing(at)
                .is("cv:LifeEvent", "cv:Event")
                .plain(IDENTIFIER, identifier)
                .texts(TITLE, az, en);
    }

    private void version(Right right, RightVersion version, Graph.Thing service) {
        String from = version.from().toString();
        String code = right.code() + "/" + from;
        Graph.Thing law = common.law(version.law());
        Graph.Thing rule = graph.thing(at(right.code(), from))
                .is("cpsv:Rule")
                .plain(IDENTIFIER, code)
                .texts(TITLE, right.title().az() + ", " + from, right.title().en() + ", " + from)
                .texts(DESCRIPTION, holds(version, true), holds(version, false))
                .link("cpsv:implements", law)
                .link("dct:temporal", days(at(right.code(), from, "days"), version));
        service.link("cpsv:follows", rule).link("cv:hasLegalResource", law);
        Map<String, Graph.Thing> wanted = new TreeMap<>();
        for (Wanted one : version.wanted()) {
            String at = at(right.code(), from, RightVersion.WANTED, one.id());
            String name = code + "/" + RightVersion.WANTED + "." + one.id();
            Graph.Thing concept = common.information(
                    at + ".concept",
                    name + "/concept",
                    one.title().az(),
                    one.title().en());
            wanted.put(RightVersion.WANTED + "." + one.id(), concept);
            service.link(
                    REQUIRES,
                    requirement(at, name, one.title(), rule)
                            .is("cv:InformationRequirement")
                            .link("cv:hasConcept", concept)
                            .texts(
                                    "rdfs:comment",
                                    one.register().az(),
                                    one.register().en()));
        }
        for (Condition condition : version.conditions()) {
            Graph.Thing criterion = requirement(
                            at(right.code(), from, condition.id()),
                            code + "/" + condition.id(),
                            condition.title(),
                            rule)
                    .is("cv:Criterion")
                    .link("cv:isDerivedFrom", law)
                    .plain(DESCRIPTION, "FEEL: " + condition.is().text())
                    .link(
                            "adms:status",
                            common.value("right.status", condition.status().name()));
            concepts(condition, criterion, wanted);
            source(condition, criterion);
            service.link(REQUIRES, criterion);
        }
    }

    private Graph.Thing requirement(String at, String identifier, Words title, Graph.Thing rule) {
        return graph.thing(at)
                .is("cv:Requirement")
                .plain(IDENTIFIER, identifier)
                .texts(TITLE, title.az(), title.en())
                .link("cv:fulfils", rule);
    }

    /**
     * What it reads: of the person whose right it is, or of the event's person. Whether there is a record at all is a
     * matter of the whole fact; data of an event are no register's.
     */
    private void concepts(Condition condition, Graph.Thing criterion, Map<String, Graph.Thing> wanted) {
        for (String read : new TreeSet<>(condition.is().reads())) {
            String place =
                    read.startsWith(RightVersion.IN_ABOUT) ? read.substring(RightVersion.IN_ABOUT.length()) : read;
            String fact = place.split("[.]")[0];
            if (wanted.containsKey(place)) {
                criterion.link("cv:hasConcept", wanted.get(place));
            } else if (known(fact)) {
                criterion.link("cv:hasConcept", common.information(known(place) ? place : fact));
            }
        }
    }

    private boolean known(String place) {
        return words.of("facts").containsKey(place);
    }

    private static void source(Condition condition, Graph.Thing criterion) {
        if (condition.source() != null && WEB.matcher(condition.source()).matches()) {
            criterion.link("dct:source", condition.source());
        } else if (condition.source() != null) {
            criterion.plain("dct:source", condition.source());
        }
    }

    private static String holds(RightVersion version, boolean azerbaijani) {
        LocalDate until = version.until();
        String days = azerbaijani
                ? version.from() + " tarixindən qüvvədədir" + (until == null ? "" : ", son günü: " + until)
                : "In force from " + version.from() + (until == null ? "" : " to " + until);
        if (version.amount() == null) {
            return days + ".";
        }
        Words of = version.amount().of();
        return days + (azerbaijani ? ". Məbləğ: " + of.az() : ". Amount: " + of.en()) + ".";
    }

    private Graph.Thing days(String at, RightVersion version) {
        Graph.Thing days = graph.thing(at)
                .is("dct:PeriodOfTime")
                .value("dcat:startDate", "xsd:date", version.from().toString());
        return version.until() == null
                ? days
                : days.value("dcat:endDate", "xsd:date", version.until().toString());
    }
}
