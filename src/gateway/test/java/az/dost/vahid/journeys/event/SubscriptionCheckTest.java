package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.RequesterFiles;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class SubscriptionCheckTest {
    private static final String GIVES = "gives: {az.dost.birth.v1: [fin]}";
    private static final String HOOK = "deliver: {webhook: \"https://203.0.114.1/x\"}";

    @TempDir
    Path folder;

    private SubscriptionFiles files;

    @BeforeEach
    void reads() throws IOException {
        EventGateway.prepare(folder);
        var resources = new PathMatchingResourcePatternResolver();
        AccessPolicy access = new AccessPolicy(
                new RequesterFiles(
                        resources,
                        "file:" + folder.resolve("requesters"),
                        new DefinitionReader(new ClassPathResource("contracts/requester.schema.json")),
                        false),
                Set.of("disability"));
        EventTypes types = new EventTypes(
                new ObjectMapper().readTree(new ClassPathResource("contracts/event.schema.json").getInputStream()));
        files = new SubscriptionFiles(
                new DefinitionFolder(resources, "file:" + folder.resolve("subscriptions")),
                new DefinitionReader(new ClassPathResource("contracts/subscription.schema.json")),
                new SubscriptionCheck(
                        types, Set.of("patient"), access, new WebhookAddresses(Set.of("127.0.0.9")), false),
                new CryptoProvider(false),
                MoreDefinitions.NONE);
    }

    private void write(String id, String subscriber, String... lines) throws IOException {
        Files.writeString(
                folder.resolve("subscriptions/" + id + ".yaml"),
                "id: " + id + "\nsubscriber: " + subscriber + "\nlegalBasis: Test\n" + String.join("\n", lines) + "\n");
    }

    private void refused(String message) {
        assertThatThrownBy(files::read).isInstanceOf(DefinitionException.class).hasMessageContaining(message);
    }

    @Test
    void a_subscription_that_holds_to_all_is_taken() throws IOException {
        write("good", "reader", GIVES, HOOK);
        assertThat(files.read()).containsOnlyKeys("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://10.1.2.3/x",
                "https://192.168.0.7/x",
                "https://172.16.9.9/x",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/x",
                "https://0.0.0.0/x",
                "https://[::1]/x",
                "https://[fd00::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[64:ff9b::7f00:1]/x",
                "https://[fe80::1]/x",
                "https://2130706433/x",
                "https://[2002:7f00:1::]/x"
            })
    void a_webhook_to_a_private_or_loopback_address_is_refused(String address) throws IOException {
        write("private", "reader", GIVES, "deliver: {webhook: \"" + address + "\"}");
        refused("private or loopback address");
    }

    @Test
    void a_private_address_that_a_setting_allows_is_taken() throws IOException {
        write("allowed", "reader", GIVES, "deliver: {webhook: \"http://127.0.0.9/x\"}");
        assertThat(files.read()).containsOnlyKeys("allowed");
    }

    @Test
    void a_folder_is_refused_where_no_place_for_folders_is_shared() throws IOException {
        write("filed", "reader", GIVES, "deliver: {folder: reader/in}");
        refused("vahid.events.folders");
    }

    @Test
    void a_webhook_without_tls_is_refused() throws IOException {
        write("plain", "reader", GIVES, "deliver: {webhook: \"http://203.0.114.1/x\"}");
        refused("must be https");
    }

    @Test
    void a_circle_of_subscriptions_is_refused_and_named() throws IOException {
        write("aa", "reader", GIVES, "republishes: [az.dost.address-change.v1]", HOOK);
        write("bb", "clinic", "gives: {az.dost.address-change.v1: [fin]}", "republishes: [az.dost.death.v1]", HOOK);
        write("cc", "operator", "gives: {az.dost.death.v1: [fin]}", "republishes: [az.dost.birth.v1]", HOOK);
        refused("events would go round without end: aa, bb, cc");
    }

    @Test
    void a_chain_that_ends_is_no_circle() throws IOException {
        write("aa", "reader", GIVES, "republishes: [az.dost.address-change.v1]", HOOK);
        write("bb", "clinic", "gives: {az.dost.address-change.v1: [fin]}", "republishes: [az.dost.death.v1]", HOOK);
        assertThat(files.read()).hasSize(2);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gives: {az.dost.wedding.v1: [fin]} | there is no event type az.dost.wedding.v1",
                "gives: {az.dost.birth.v1: [weight]} | az.dost.birth.v1 has no field weight",
                "gives: {az.dost.disability-decision.v1: [fin]} | has no grant for disability"
            })
    void what_cannot_be_given_is_refused(String gives, String message) throws IOException {
        write("gives", "reader", gives, HOOK);
        refused(message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "deliver: {queue: vahid.lookup, certificate: x.pem} | one of its own queues",
                "deliver: {queue: clinic.events, certificate: none.pem} | the certificate cannot be read",
                "deliver: {folder: ../../etc} | deliver"
            })
    void a_channel_that_cannot_be_is_refused(String deliver, String message) throws IOException {
        write("channel", "reader", GIVES, deliver);
        refused(message);
    }

    @Test
    void a_subscriber_that_is_no_requester_is_refused() throws IOException {
        write("nobody", "stranger", GIVES, HOOK);
        refused("there is no requester stranger");
    }

    @Test
    void a_retry_rule_that_is_not_set_is_refused() throws IOException {
        write("rule", "reader", GIVES, "retry: never", HOOK);
        refused("has no rule never");
    }
}
