package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contract that there is can be read in the portal, with nothing of it lost. */
@Tag("pages")
class ContractPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    /** Places whose members have names of the contract's own. */
    private static final Pattern NAMING = Pattern.compile(
            "/(paths|webhooks)|/components/[a-zA-Z]+|.*/([$]defs|(?<!/properties/)properties|(get|put|post|delete|head)/responses)");

    private static Visit developer;

    static List<String> files() {
        return ContractFolder.files();
    }

    static List<String> read() {
        return files().stream()
                .filter(file -> file.endsWith(".openapi.yaml") || file.endsWith(".schema.json"))
                .toList();
    }

    static List<String> apis() {
        return files().stream().filter(file -> file.endsWith(".openapi.yaml")).toList();
    }

    @BeforeAll
    static void a_developer() {
        PAGES.gateway().knows("o.safarov", "INTEGRATOR").forget();
        ContractFolder.lay(PAGES.gateway());
        developer = new Visit(PAGES).login("o.safarov").english();
    }

    @AfterAll
    static void goes() {
        developer.noticedNothing().close();
    }

    private static String opened(String file) {
        assertThat(developer.open("/developers/contracts/" + file).status()).isEqualTo(200);
        return plain(developer.page().locator("main").textContent());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replace("`", "").strip();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_contract_is_taken_away_byte_by_byte(String file) {
        var answer = developer.page().request().get(PAGES.address() + "/developers/files/" + file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ContractFolder.bytes(file));
        assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_contract_can_be_read_as_the_text_that_it_is(String file) {
        assertThat(developer.open("/developers/contracts/" + file + "?as=text").status())
                .isEqualTo(200);
        assertThat(developer.page().locator("pre.vahid-file").textContent().strip())
                .isEqualTo(new String(ContractFolder.bytes(file), java.nio.charset.StandardCharsets.UTF_8).strip());
    }

    @ParameterizedTest
    @MethodSource("apis")
    void a_page_has_as_many_operations_as_its_contract(String file) {
        opened(file);
        JsonNode api = ContractFolder.tree(file);
        long operations = 0;
        for (String under : List.of("paths", "webhooks")) {
            for (JsonNode item : api.path(under)) {
                operations += item.properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .count();
            }
        }
        assertThat((long) developer.page().locator(".vahid-operation").count())
                .isEqualTo(operations)
                .isPositive();
        assertThat(developer.page().locator("#operations").innerText()).isEqualTo("Operations: " + operations);
    }

    @ParameterizedTest
    @MethodSource("read")
    void no_word_of_a_contract_is_lost(String file) {
        String page = opened(file);
        List<String> lost = new ArrayList<>();
        words(ContractFolder.tree(file), "", lost, page);
        assertThat(lost).isEmpty();
    }

    private static void words(JsonNode node, String at, List<String> lost, String page) {
        node.properties().forEach(member -> {
            if (!member.getKey().equals("$ref")) {
                if (NAMING.matcher(at).matches() && !page.contains(plain(member.getKey()))) {
                    lost.add(at + ": " + member.getKey());
                }
                words(member.getValue(), at + "/" + member.getKey(), lost, page);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            words(node.get(i), at + "/[]", lost, page);
        }
        if (node.isTextual() || node.isNumber()) {
            for (String paragraph : node.asText().split("\\n\\s*\\n")) {
                String escaped =
                        plain(new String(JsonStringEncoder.getInstance().quoteAsString(paragraph)));
                if (!page.contains(plain(paragraph)) && !page.contains(escaped)) {
                    lost.add(at + ": " + paragraph);
                }
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_link_of_a_contract_leads_to_a_place_that_is_there_once() {
        Map<String, Set<String>> places = new HashMap<>();
        List<String> links = new ArrayList<>();
        for (String file : read()) {
            opened(file);
            List<String> ids = (List<String>)
                    developer.page().evaluate("() => [...document.querySelectorAll('[id]')].map(one => one.id)");
            assertThat(ids).as(file).doesNotHaveDuplicates();
            places.put(file, new TreeSet<>(ids));
            ((List<String>)
                            developer
                                    .page()
                                    .evaluate(
                                            "() => [...document.querySelectorAll('main a[href*=\"/developers/contracts/\"]')].map(one => one.getAttribute('href'))"))
                    .forEach(links::add);
        }
        assertThat(links).hasSizeGreaterThan(500);
        assertThat(links.stream().distinct().filter(link -> !link.contains("?")))
                .allSatisfy(link -> {
                    String[] parts = link.replace("/developers/contracts/", "").split("#", 2);
                    assertThat(places).containsKey(parts[0]);
                    if (parts.length > 1) {
                        assertThat(places.get(parts[0])).contains(parts[1]);
                    }
                });
    }
}
