package az.dost.vahid.bench.floor;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Official;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.lookup.DocumentRows;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.journeys.lookup.Minimisation;
import az.dost.vahid.journeys.lookup.RequestReader;
import az.dost.vahid.journeys.lookup.SourceRows;
import az.dost.vahid.journeys.misuse.Misuse;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.protection.ProtectedPersons;
import az.dost.vahid.proof.protection.Protection;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.combine.CombinedFacts;
import az.dost.vahid.sources.combine.Combiner;
import az.dost.vahid.sources.combine.Instants;
import az.dost.vahid.sources.combine.Silence;
import az.dost.vahid.sources.verdict.DocumentVerdict;
import az.dost.vahid.sources.verdict.ReasonTexts;
import az.dost.vahid.sources.verdict.RulingInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/**
 * What a lookup does before and after the scatter, for the applications that the gateway is measured against: the
 * gateway's own access, judging, combining, rows and signature, one call after another.
 */
public final class LeanLookup {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final AccessPolicy access;
    private final RequestReader reader = new RequestReader();
    private final PassportCatalogue passports;
    private final PersonHash hash;
    private final ProtectedPersons persons;
    private final Misuse misuse;
    private final Catalogue connectors;
    private final Combiner combiner;
    private final DocumentRows documents;
    private final DossierSigner signer;

    /** An accepted question, its plan, and in the end its dossier. */
    public static final class Case {
        private final UUID id = RecordId.next();
        private final Requester requester;
        private final LookupRequest request;
        private final Question question;
        private final Passport passport;
        private final List<String> facts;
        /** Null where nobody judged it. */
        private final String person;

        private final List<Connector> plan;
        /** By agency; null until they are combined. */
        private List<SourceAnswer> answers;

        private ObjectNode dossier;

        private Case(
                Requester requester,
                LookupRequest request,
                Question question,
                Passport passport,
                List<String> facts,
                String person,
                List<Connector> plan) {
            this.requester = requester;
            this.request = request;
            this.question = question;
            this.passport = passport;
            this.facts = facts;
            this.person = person;
            this.plan = plan;
        }

        /** The same, to be recorded once more. */
        public Case anew() {
            Case again = new Case(requester, request, question, passport, facts, person, plan);
            again.answers = answers;
            again.dossier = dossier;
            return again;
        }

        public Question question() {
            return question;
        }

        public List<Connector> plan() {
            return plan;
        }

        public List<SourceAnswer> answers() {
            return answers;
        }
    }

    public LeanLookup(BeanFactory parts) {
        this.access = parts.getBean(AccessPolicy.class);
        this.passports = parts.getBean(PassportCatalogue.class);
        this.hash = parts.getBean(PersonHash.class);
        this.persons = parts.getBean(ProtectedPersons.class);
        this.misuse = parts.getBean(Misuse.class);
        this.connectors = parts.getBean(Catalogue.class);
        this.combiner = parts.getBean(Combiner.class);
        this.documents = new DocumentRows(parts.getBean(ReasonTexts.class));
        this.signer = parts.getBean(DossierSigner.class);
    }

    /**
     * @param judged whether protection and misuse are looked at
     * @throws ProblemException for a question that the gateway would refuse
     */
    public Case accept(String authorization, byte[] body, boolean judged) {
        long received = System.nanoTime();
        Requester requester = access.authenticate(authorization);
        LookupRequest request = reader.read(body);
        Passport passport = passports
                .find(request.service())
                .orElseThrow(() -> new ProblemException(ProblemCode.SERVICE_UNKNOWN, "service", null));
        List<String> facts = request.facts().isEmpty()
                ? passport.facts()
                : passport.facts().stream().filter(request.facts()::contains).toList();
        access.authorise(requester, passport.code(), request.official());
        access.authorise(requester, request.official(), request.view());
        access.authorise(requester, facts);
        return new Case(
                requester,
                request,
                new Question(
                        request.fin(),
                        request.service(),
                        request.official(),
                        request.caseRef(),
                        received + request.deadlineMs() * 1_000_000L,
                        false),
                passport,
                facts,
                judged ? judged(requester, request) : null,
                connectors.sourcesOf(new HashSet<>(facts)));
    }

    /** Stands for the citizen. No rule of a run slows anybody down ({@code UnreachedRules}). */
    private String judged(Requester requester, LookupRequest request) {
        String person = hash.of(request.fin());
        Protection protection = persons.protection(person, requester.id(), request.official(), request.caseRef());
        boolean blocked = misuse.judge(
                        requester,
                        request.official(),
                        request.service(),
                        request.caseRef(),
                        request.fin(),
                        person,
                        protection != Protection.NONE)
                .blocked();
        if (blocked || protection == Protection.UNAPPROVED) {
            throw new ProblemException(ProblemCode.APPROVAL_NEEDED);
        }
        return person;
    }

    /** Combines, writes and signs. */
    public RecordedDossier dossier(Case accepted, List<SourceAnswer> answers) {
        combine(accepted, answers);
        return sign(accepted);
    }

    public void combine(Case accepted, List<SourceAnswer> gathered) {
        List<SourceAnswer> answers = new ArrayList<>();
        gathered.forEach(answer -> answers.add(answer.askedFor(accepted.facts)));
        answers.sort(Comparator.comparing(SourceAnswer::agency));
        accepted.answers = combiner.plausible(answers, accepted.facts);
        accepted.dossier = dossier(accepted);
        if (accepted.person != null && accepted.dossier.path("facts").isEmpty() && unknownToMost(answers)) {
            misuse.unknown(
                    accepted.requester,
                    accepted.request.official(),
                    accepted.request.service(),
                    accepted.request.caseRef(),
                    accepted.person);
        }
    }

    private ObjectNode dossier(Case accepted) {
        Instant now = Baku.CLOCK.instant();
        String today = LocalDate.ofInstant(now, Baku.CLOCK.getZone()).toString();
        Silence silence = Silence.of(accepted.plan, accepted.answers, today);
        List<SourceAnswer> heard = combiner.heard(accepted.answers, silence);
        CombinedFacts combined = Minimisation.of(
                combiner.combine(accepted.facts, heard, silence), accepted.facts, accepted.passport.fields());
        SourceRows sources = new SourceRows(heard, accepted.facts);
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        combined.subject().write(dossier.putObject("subject").put("fin", accepted.request.fin()));
        dossier.put("dossierId", accepted.id.toString())
                .put("assembledAt", Instants.text(now))
                .put("service", accepted.passport.code())
                .put("requester", accepted.requester.id())
                .put("official", accepted.request.official())
                .put("caseRef", accepted.request.caseRef())
                .put("completeness", sources.completeness())
                .put("currency", "AZN");
        dossier.set("facts", combined.facts());
        dossier.set("conflicts", combined.conflicts());
        dossier.set("sources", sources.rows());
        dossier.set(
                "documents",
                documents.of(
                        accepted.passport,
                        accepted.facts,
                        new RulingInput(combined.subject().state(), today, accepted.plan, accepted.answers)));
        return dossier;
    }

    private static boolean unknownToMost(List<SourceAnswer> answers) {
        return 2
                        * answers.stream()
                                .filter(answer -> answer.verdict() == Verdict.NO_RECORD)
                                .count()
                > answers.size();
    }

    public RecordedDossier sign(Case accepted) {
        LookupRequest request = accepted.request;
        try {
            byte[] content = JSON.writeValueAsBytes(accepted.dossier);
            return new RecordedDossier(
                    accepted.id,
                    Instant.parse(accepted.dossier.path("assembledAt").textValue()),
                    accepted.requester.id(),
                    request.official(),
                    request.caseRef(),
                    request.service(),
                    content,
                    signer.sign(content).detached(),
                    null,
                    new RecordedDossier.About(
                            accepted.person,
                            accepted.facts,
                            accepted.requester.withholds(request.service()),
                            false,
                            counts(accepted)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the chain tells of a lookup for figures. */
    private static RecordedDossier.Counts counts(Case accepted) {
        Map<String, Integer> papers = new LinkedHashMap<>();
        for (DocumentVerdict verdict : DocumentVerdict.values()) {
            papers.put(verdict.name(), 0);
        }
        accepted.dossier
                .path("documents")
                .forEach(document -> papers.merge(document.path("verdict").textValue(), 1, Integer::sum));
        Official official = accepted.requester.officials().get(accepted.request.official());
        long began = accepted.question.deadline() - accepted.request.deadlineMs() * 1_000_000L;
        return new RecordedDossier.Counts(
                (System.nanoTime() - began) / 1_000_000,
                official == null ? null : official.office(),
                null,
                accepted.dossier.path("completeness").textValue(),
                papers,
                accepted.dossier.path("conflicts").size(),
                null);
    }
}
