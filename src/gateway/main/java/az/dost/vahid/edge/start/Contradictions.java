package az.dost.vahid.edge.start;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings that are right each by itself, and not together. */
final class Contradictions {
    private static final String LEASE = ".lease-ms";
    private static final String THIS_MACHINE = "|localhost|127\\..*|::1|\\[::1]";
    private static final String RENEWED = ".renew-every-ms";

    static void check(SettingsReader settings, Defaults defaults) {
        if (settings.value("vahid.tls.required").equals("true")) {
            settings.need("vahid.tls.port", "The port of HTTPS, as vahid.tls.required leaves no other", "8443");
        }
        if (!settings.value("management.server.port").isEmpty()) {
            settings.add(new MissingSetting(
                    "vahid.management.port",
                    "is what opens a port for operators; management.server.port would open one without a login",
                    "The port of /actuator/metrics, /actuator/prometheus and /actuator/info",
                    "8081"));
        }
        if (!settings.value("vahid.management.port").isEmpty()
                && !settings.value("vahid.management.host").matches(THIS_MACHINE)
                && !settings.value("vahid.management.tls").equalsIgnoreCase("true")) {
            settings.add(new MissingSetting(
                    "vahid.management.tls",
                    "is not true, and vahid.management.host is beyond this machine: whoever is between reads operators' tokens",
                    "Whether the port for operators speaks TLS, with the key vahid.tls.key",
                    "true"));
        }
        if (!settings.value("vahid.traces.otlp").isEmpty()) {
            settings.need(
                    "vahid.traces.otlp",
                    value -> value.matches("https?://\\S+"),
                    "an address",
                    "The collector that takes spans by OTLP over HTTP",
                    "http://collector.example:4318/v1/traces");
        }
        if (settings.value("vahid.tokens.issuer").isEmpty()
                && !settings.value("vahid.tokens.keys").isEmpty()) {
            settings.add(MissingSetting.wrong(
                    "vahid.tokens.issuer",
                    "is not set, so that no token is believed whose key vahid.tokens.keys shows",
                    "https://login.example"));
        }
        told(settings);
        ports(settings);
        defaults.names().stream()
                .filter(name -> name.endsWith(LEASE))
                .forEach(name -> longer(settings, name, name.replace(LEASE, RENEWED)));
    }

    /** What everybody is told goes out as it stands. */
    private static void told(SettingsReader settings) {
        if (!settings.value("vahid.public.address").isEmpty()) {
            settings.need(
                    "vahid.public.address",
                    value -> value.matches("(https://[a-zA-Z0-9.-]+|http://localhost)(:\\d{1,5})?"),
                    "an address https://host or https://host:port, without a path",
                    "The gateway's address as callers have it",
                    "https://gateway.example");
        }
        if (!settings.value("vahid.public.contact").isEmpty()) {
            settings.need(
                    "vahid.public.contact",
                    value -> value.matches("(mailto:[^\\s@]+@|https://)[^\\s@]+"),
                    "an address mailto: or https:",
                    "Where holes are reported",
                    "mailto:security@gateway.example");
        }
    }

    private static void ports(SettingsReader settings) {
        Map<String, String> taken = new HashMap<>();
        for (String name : List.of("server.port", "vahid.tls.port", "vahid.management.port")) {
            String port = settings.value(name);
            // 0 is any that is free.
            if (port.matches("[1-9]\\d*")) {
                String before = taken.putIfAbsent(port, name);
                if (before != null) {
                    settings.add(MissingSetting.wrong(name, "is " + port + ", and so is " + before, ""));
                }
            }
        }
    }

    /** What is renewed must last until then. */
    private static void longer(SettingsReader settings, String name, String than) {
        String value = settings.value(name);
        String least = settings.value(than);
        if (value.matches("\\d{1,18}")
                && least.matches("\\d{1,18}")
                && Long.parseLong(value) <= Long.parseLong(least)) {
            settings.add(MissingSetting.wrong(name, "is not longer than " + than, ""));
        }
    }

    private Contradictions() {}
}
