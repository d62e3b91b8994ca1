package az.dost.vahid.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The operator's commands, against a gateway that is played. */
class OpsCommandTest {
    private static final String OVERVIEW =
            "{'at':'2026-11-28T08:00:00Z','minutes':15,'agencies':[{'agency':'tax','state':'%s','since':'2026-11-28T07:00:00Z','asked':40,"
                    + "'answeredShare':0.5,'p95Ms':120,'breakers':{'one':'OPEN','two':'CLOSED'},'calls':3,'use':'all','certificateDaysLeft':12}],"
                    + "'gateways':[{'id':'a','name':'one','version':'1','configuration':'0123456789abcdef','since':'2026-11-28T07:00:00Z','ready':true}],"
                    + "'record':{'unsigned':2,'rootAgeSeconds':61},'broker':{'state':'UP','since':'2026-11-28T07:00:00Z'},'database':{'state':'UP','since':'2026-11-28T07:00:00Z'},"
                    + "'partners':{'applications':3,'newKeys':1,'endedKeys':0}}";
    private static final String BATCH =
            "{'id':'b1','act':'DROP','state':'%s','letters':2,'done':%d,'failed':%d,'because':'x'}";
    private final PlayedGateway gateway = new PlayedGateway();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void token() throws IOException {
        Files.writeString(folder.resolve("token"), "secret-token\n");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--at",
                gateway.address(),
                "--token-file",
                folder.resolve("token").toString()));
        return new CommandLine(new OpsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void the_overview_is_a_table_of_agencies_with_what_is_wrong_with_each() {
        gateway.says("/v1/operations/overview", OVERVIEW.formatted("FAILING"));
        assertThat(run("overview")).isZero();
        assertThat(out.toString())
                .contains(
                        "tax",
                        "FAILING",
                        "50.0 %",
                        "1 of 2 open",
                        "0123456789ab",
                        "2 entries unsigned, signed 1m1s ago",
                        "3 applications wait; of the last 7 days 1 with a new key",
                        "Database: UP");
        assertThat(gateway.asked.get(0).headers()).containsEntry("Authorization", "Bearer secret-token");
    }

    @ParameterizedTest
    @CsvSource({"UP, 0", "SLOW, 0", "SWITCHED_OFF, 0", "FAILING, 1", "DOWN, 1"})
    void a_script_learns_by_the_exit_code_whether_something_is_wrong(String state, int code) {
        gateway.says("/v1/operations/overview", OVERVIEW.formatted(state));
        assertThat(run("overview", "--check")).isEqualTo(code);
    }

    @Test
    void a_machine_gets_the_answer_as_the_contract_has_it() throws IOException {
        gateway.says("/v1/operations/overview", OVERVIEW.formatted("UP"));
        assertThat(run("overview", "--json")).isZero();
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(out.toString())
                        .at("/agencies/0/p95Ms")
                        .asInt())
                .isEqualTo(120);
    }

    @Test
    void a_trail_is_asked_for_in_a_body() {
        gateway.says(
                "/v1/operations/trails",
                "{'trails':[{'id':'d1','at':'2026-11-28T07:00:00Z','requester':'dost-centre-1','official':'n.h','service':'ccu-car','caseRef':'A/1',"
                        + "'completeness':'PARTIAL','tookMs':420,'steps':[{'step':'ASKED','fromMs':10,'tookMs':410}],'sources':[{'agency':'tax','verdict':'TIMED_OUT','fromMs':10,'tookMs':400}]}]}");
        assertThat(run("trail", "--requester", "dost-centre-1", "--case", "A/1", "--days", "3"))
                .isZero();
        assertThat(gateway.asked.get(0).path()).isEqualTo("/v1/operations/trails");
        assertThat(gateway.asked.get(0).body())
                .isEqualTo("{\"requester\":\"dost-centre-1\",\"caseRef\":\"A/1\",\"days\":3}");
        assertThat(out.toString()).contains("PARTIAL", "420 ms", "TIMED_OUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trail",
                "trail --dossier 1 --instance 2",
                "trail --case A/1",
                "trail --dossier 1 --case A/1",
                "work",
                "history",
                "dead-letters drop",
                "partners show",
                "partners propose a1 --because x",
                "partners refuse a1",
                "partners end my-office",
                "overview --token x"
            })
    void what_is_no_question_asks_nobody(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void a_batch_is_followed_to_its_end_under_one_key() {
        gateway.says(
                        "/v1/operations/dead-letters/batches",
                        202,
                        BATCH.formatted("RUNNING", 0, 0).replace('\'', '"'),
                        "/v1/operations/dead-letters/batches/b1")
                .says("/v1/operations/dead-letters/batches/b1", BATCH.formatted("COMPLETED", 2, 0));
        assertThat(run("dead-letters", "drop", "--subscription", "old", "--because", "x"))
                .isZero();
        assertThat(out.toString()).contains("0 of 2", "COMPLETED: 2 of 2");
        assertThat(gateway.asked.get(0).headers()).containsKey("Idempotency-Key");
        assertThat(gateway.asked.get(0).body())
                .isEqualTo("{\"because\":\"x\",\"act\":\"DROP\",\"subscription\":\"old\"}");
    }

    @Test
    void letters_that_could_not_be_settled_are_told_by_the_exit_code() {
        gateway.says(
                "/v1/operations/dead-letters/batches",
                202,
                BATCH.formatted("FAILED", 1, 1).replace('\'', '"'),
                "/v1/operations/dead-letters/batches/b1");
        assertThat(run("dead-letters", "replay", "--because", "x")).isEqualTo(1);
        assertThat(gateway.asked.get(0).body()).contains("\"act\":\"REPLAY\",\"version\":\"newest\"");
    }

    @Test
    void certificates_near_their_end_are_told_by_the_exit_code() {
        gateway.says(
                "/v1/operations/certificates",
                "{'certificates':[{'owner':'agency:tax','subject':'CN=tax','until':'2026-12-01T00:00:00Z','daysLeft':2},"
                        + "{'owner':'gateway:tls','subject':'CN=g','until':'2027-12-01T00:00:00Z','daysLeft':367}]}");
        assertThat(run("certificates", "--within", "30")).isEqualTo(1);
        assertThat(out.toString()).contains("agency:tax").doesNotContain("gateway:tls");
    }

    @Test
    void a_filter_stands_in_the_address() {
        gateway.says("/v1/operations/drops?agency=defence&state=QUARANTINED", "{'drops':[]}");
        assertThat(run("drops", "--agency", "defence", "--state", "QUARANTINED"))
                .isZero();
        assertThat(out.toString()).contains("There is no file");
    }

    @Test
    void a_refusal_is_told_with_its_code_and_what_to_do() {
        gateway.says(
                "/v1/operations/members",
                403,
                "{\"code\":\"NOT_GRANTED\",\"detail\":\"No grant\",\"fix\":\"Ask for one\",\"instance\":\"urn:uuid:1\"}",
                null);
        assertThat(run("members")).isEqualTo(1);
        assertThat(err.toString()).contains("NOT_GRANTED", "Ask for one").doesNotContain("secret-token");
    }

    @Test
    void an_address_where_there_is_nothing_of_it_is_told() {
        assertThat(run("subscriptions")).isEqualTo(1);
        assertThat(err.toString()).contains("vahid.management.port");
    }

    @Test
    void nobody_who_answers_is_told() {
        gateway.close();
        assertThat(run("overview")).isEqualTo(1);
        assertThat(err.toString()).contains("No gateway answers");
    }

    @Test
    void what_an_answer_has_moves_no_cursor() {
        gateway.says(
                "/v1/operations/members",
                "{'hours':24,'at':'x','members':[{'id':'A\\u001b[2J','name':'n'}],'flows':[]}");
        assertThat(run("members")).isZero();
        assertThat(out.toString()).doesNotContain("\u001b").contains("A?[2J");
    }

    @Test
    void a_proposal_is_shown_with_its_difference_and_how_to_confirm_it() {
        gateway.says(
                "/v1/operations/rollouts/proposals",
                201,
                ("{'id':'p1','against':'x','before':{'agency':'tax','use':'all'},'after':{'agency':'tax','use':'share',"
                                + "'share':0.1,'because':'first days'},'expires':'2026-11-28T09:00:00Z'}")
                        .replace('\'', '"'),
                "/v1/operations/rollouts/proposals/p1");
        assertThat(run("rollout", "propose", "tax", "--use", "SHARE", "--share", "0.1", "--because", "first days"))
                .isZero();
        assertThat(out.toString()).contains("Before: all", "After:  share 0.1 (first days)", "ops rollout confirm p1");
        assertThat(gateway.asked.get(0).body())
                .isEqualTo("{\"agency\":\"tax\",\"use\":\"share\",\"because\":\"first days\",\"share\":0.1}");
    }

    @Test
    void a_confirmation_tells_how_to_take_it_back() {
        gateway.says(
                "/v1/operations/rollouts/proposals/p1/confirmation",
                "{'at':'2026-11-28T08:00:00Z','operator':'o','proposedBy':'o','before':{'agency':'tax','use':'all'},"
                        + "'after':{'agency':'tax','use':'none','because':'x'},'undo':{'agency':'tax','use':'all'}}");
        assertThat(run("rollout", "confirm", "p1")).isZero();
        assertThat(out.toString()).contains("tax none (x)", "propose: all");
    }

    @Test
    void rollouts_are_shown_with_what_was_changed() {
        gateway.says(
                "/v1/operations/rollouts",
                "{'version':'x','rollouts':[{'agency':'tax','use':'none','because':'x'}],'changes':[{'at':'2026-11-28T08:00:00Z','operator':'o',"
                        + "'before':{'agency':'tax','use':'all'},'after':{'agency':'tax','use':'none'}}]}");
        assertThat(run("rollout")).isZero();
        assertThat(out.toString()).contains("tax", "none", "2026-11-28T08:00:00Z");
    }

    @Test
    void a_file_for_support_is_written_and_none_is_overwritten() throws IOException {
        gateway.says("/v1/operations/diagnostics", "zip");
        Path file = folder.resolve("d.zip");
        assertThat(run("diagnostics", "--to", file.toString())).isZero();
        assertThat(file).hasContent("zip");
        assertThat(run("diagnostics", "--to", file.toString())).isEqualTo(2);
    }

    @Test
    void a_history_is_a_line_for_each_point() {
        gateway.says(
                "/v1/operations/agencies/tax/history?period=DAY",
                "{'agency':'tax','seconds':300,'points':[{'from':'2026-11-28T08:00:00Z','asked':4,'answered':3,'p95Ms':80}]}");
        assertThat(run("history", "tax", "--period", "DAY")).isZero();
        assertThat(out.toString()).contains("Points of 300 s", "2026-11-28T08:00:00Z  4", "80");
    }

    @Test
    void work_says_how_much_more_there_is() {
        gateway.says(
                "/v1/operations/work?kind=BULK",
                "{'total':120,'work':[{'id':'b','kind':'BULK','requester':'dost-centre-1','service':'ccu-car','state':'RUNNING',"
                        + "'since':'2026-11-28T08:00:00Z','done':3,'of':9,'attempts':0}]}");
        assertThat(run("work", "--kind", "BULK")).isZero();
        assertThat(out.toString()).contains("3 of 9", "the first of 120");
    }

    @Test
    void subscriptions_say_what_waits() {
        gateway.says(
                "/v1/operations/subscriptions",
                "{'at':'2026-11-28T08:00:00Z','subscriptions':[{'id':'s1','subscriber':'c','types':['az.dost.birth.v1'],'waiting':7,"
                        + "'oldest':'2026-11-28T07:00:00Z','deadLetters':2}]}");
        assertThat(run("subscriptions")).isZero();
        assertThat(out.toString()).contains("s1", "7", "az.dost.birth.v1");
    }

    @Test
    void rights_say_which_law_holds_what_waits_and_where_offers_stand() {
        gateway.says(
                "/v1/operations/rights",
                "{'at':'2026-12-02T08:00:00Z','deaths':1,'rights':[{'right':'old-age-pension','law':{'from':'2026-07-01','acts':'x'},'due':3,"
                        + "'oldestDue':'2026-12-02T07:00:00Z','silent':2,'birthdays':5,'registers':[],'ended':[],"
                        + "'evaluations':[{'outcome':'ENTITLED','count':4}],'offers':[{'state':'OFFERED','count':4},{'state':'AWARDED','count':1}]}]}");
        assertThat(run("rights")).isZero();
        assertThat(out.toString())
                .contains("old-age-pension", "2026-07-01", "2026-12-02T07:00:00Z", "ENTITLED 4", "OFFERED 4,AWARDED 1")
                .contains("still to be withdrawn: 1");
    }

    private static final String APPLICATION =
            "{'applicationId':'a%d','at':'2026-12-01T08:00:00Z','until':'2026-12-31T08:00:00Z','organisation':'My office',"
                    + "'contacts':[{'name':'A. Tester','email':'a@office.example'}],'purpose':'Wheelchairs','legalBasis':'Law 1','services':['ccu-car'],"
                    + "'events':{'az.dost.birth.v1':['fin']},'key':{'thumbprint':'thumb'},'proposals':[%s]}";
    private static final String RELEASE =
            "{'id':'p1','application':'a2','proposedBy':'o.one','because':'Agreement 12','expires':'2026-12-08T08:00:00Z',"
                    + "'requester':{'id':'my-office'},'events':{'az.dost.birth.v1':['fin']},'thumbprint':'thumb'%s}";

    @Test
    void partners_who_came_in_are_shown_with_their_keys_and_whom_to_ask() {
        gateway.says(
                "/v1/operations/partners",
                "{'partners':[{'id':'my-office','state':'RELEASED','organisation':'My office','contacts':[{'name':'A','email':'a@b.example'}],"
                        + "'keys':[{'thumbprint':'old','until':'2026-12-31T00:00:00Z'},{'thumbprint':'new'}],'keyAdded':'2026-12-02T08:00:00Z','events':{},"
                        + "'subscription':{'webhook':'https://office.example/events','gives':{}}}]}");
        assertThat(run("partners")).isZero();
        assertThat(out.toString())
                .contains("my-office", "old until 2026-12-31T00:00:00Z, new", "2026-12-02T08:00:00Z")
                .contains("https://office.example/events", "A <a@b.example>");
    }

    @Test
    void an_application_is_found_in_whichever_part_of_the_list_it_stands() {
        gateway.says("/v1/operations/partners/applications", "{'applications':[" + APPLICATION.formatted(1, "") + "]}")
                .next("/v1/operations/partners/applications", "/v1/operations/partners/applications?page=a1")
                .says(
                        "/v1/operations/partners/applications?page=a1",
                        "{'applications':[" + APPLICATION.formatted(2, RELEASE.formatted("")) + "]}");
        assertThat(run("partners", "show", "a2")).isZero();
        assertThat(out.toString())
                .contains(
                        "My office",
                        "A. Tester <a@office.example>",
                        "Law 1",
                        "ccu-car",
                        "az.dost.birth.v1 fin",
                        "thumb")
                .contains("Proposed by o.one: Agreement 12", "vahid ops partners confirm p1");
        assertThat(run("partners", "show", "a3")).isEqualTo(1);
        assertThat(err.toString()).contains("No such application waits");
        assertThat(run("partners", "applications")).isZero();
        assertThat(out.toString()).contains("a1", "Wheelchairs").doesNotContain("Nobody waits");
    }

    @Test
    void a_partner_is_proposed_as_a_requesters_file_says_it() throws IOException {
        gateway.says(
                "/v1/operations/partners/proposals", 201, RELEASE.formatted("").replace('\'', '"'), "/v1/p1");
        Path requester = Files.writeString(
                folder.resolve("my-office.yaml"), "id: my-office\nservices: [ccu-car]\nofficials: {a.tester: {}}\n");
        Path certificate = Files.writeString(folder.resolve("issued.pem"), "PEM");
        assertThat(run(
                        "partners",
                        "propose",
                        "a2",
                        "--requester",
                        requester.toString(),
                        "--event",
                        "az.dost.birth.v1=fin,sex",
                        "--event",
                        "az.dost.death.v1=fin",
                        "--certificate",
                        certificate.toString(),
                        "--because",
                        "Agreement 12"))
                .isZero();
        assertThat(gateway.asked.get(0).body())
                .isEqualTo(
                        "{\"application\":\"a2\",\"requester\":{\"id\":\"my-office\",\"services\":[\"ccu-car\"],\"officials\":{\"a.tester\":{}}},"
                                + "\"events\":{\"az.dost.birth.v1\":[\"fin\",\"sex\"],\"az.dost.death.v1\":[\"fin\"]},\"certificate\":\"PEM\",\"because\":\"Agreement 12\"}");
        assertThat(out.toString())
                .contains("Another operator, until 2026-12-08T08:00:00Z: vahid ops partners confirm p1");
        assertThat(run(
                        "partners",
                        "propose",
                        "a2",
                        "--requester",
                        folder.resolve("none").toString(),
                        "--because",
                        "x"))
                .as("a file that there is not")
                .isEqualTo(2);
    }

    @Test
    void a_partner_is_released_refused_and_ended_each_by_one_word() {
        gateway.says("/v1/operations/partners/proposals/p1/confirmation", RELEASE.formatted(",'confirmedBy':'o.two'"))
                .says("/v1/operations/partners/applications/a1/refusal", "{'applicationId':'a1','state':'REFUSED'}")
                .says("/v1/operations/partners/admitted/my-office/end", "{'id':'my-office','state':'ENDED'}");
        assertThat(run("partners", "confirm", "p1")).isZero();
        assertThat(run("partners", "refuse", "a1", "--because", "No law")).isZero();
        assertThat(run("partners", "end", "my-office", "--because", "It is over"))
                .isZero();
        assertThat(out.toString()).contains("Released by o.two", "REFUSED: a1", "ENDED: my-office");
        assertThat(gateway.asked)
                .extracting(PlayedGateway.Asked::body)
                .containsExactly("", "{\"because\":\"No law\"}", "{\"because\":\"It is over\"}");
    }

    @Test
    void dead_letters_are_those_of_the_contract_of_events() {
        gateway.says(
                "/v1/dead-letters",
                "{'deadLetters':[{'id':'d1','subscription':'s1','reason':'EXHAUSTED','detail':'500','attempts':3,'laidAside':'2026-11-28T08:00:00Z','state':'OPEN'}]}");
        assertThat(run("dead-letters")).isZero();
        assertThat(out.toString()).contains("d1", "EXHAUSTED");
    }
}
