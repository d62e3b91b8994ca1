package az.dost.vahid.journeys.exchange;

/** SOAP messages as X-Road clients and providers write them, in the spelling of common client libraries. */
final class SoapMessages {
    static final String ID = "7d3f1c2e-0001";

    /** A request that is right in every way. */
    static String request(String code, String version, String id) {
        return envelope(
                headers("cases", code, version, id, "4.0"),
                "<x:" + code + " xmlns:x=\"urn:test:acts\"><x:number>1</x:number></x:" + code + ">");
    }

    /** The answer to it, as a provider makes it. */
    static String answer(String code, String version, String id) {
        return envelope(
                headers("cases", code, version, id, "4.0"),
                "<x:" + code + "Response xmlns:x=\"urn:test:acts\"><x:found>1</x:found></x:" + code + "Response>");
    }

    /** A question about what the provider offers. */
    static String metadata(String code, String content, String id) {
        return envelope(
                headers("cases", code, null, id, "4.0"), "<xro:" + code + ">" + content + "</xro:" + code + ">");
    }

    static String headers(String subsystem, String code, String version, String id, String protocol) {
        return "<xro:client iden:objectType=\"SUBSYSTEM\">" + member("desk", subsystem) + "</xro:client>"
                + "<xro:service iden:objectType=\"SERVICE\">" + member("registry", "acts") + "<iden:serviceCode>" + code
                + "</iden:serviceCode>"
                + (version == null ? "" : "<iden:serviceVersion>" + version + "</iden:serviceVersion>")
                + "</xro:service>"
                + "<xro:userId>AZ1234567</xro:userId><xro:id>" + id
                + "</xro:id><xro:issue>CASE/1</xro:issue><xro:protocolVersion>" + protocol
                + "</xro:protocolVersion>";
    }

    private static String member(String code, String subsystem) {
        return "<iden:xRoadInstance>AZ</iden:xRoadInstance><iden:memberClass>GOV</iden:memberClass><iden:memberCode>"
                + code + "</iden:memberCode><iden:subsystemCode>" + subsystem + "</iden:subsystemCode>";
    }

    static String envelope(String headers, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xro=\"http://x-road.eu/xsd/xroad.xsd\" xmlns:iden=\"http://x-road.eu/xsd/identifiers\">\n  <soapenv:Header>"
                + headers
                + "</soapenv:Header>\n  <soapenv:Body>" + body + "</soapenv:Body>\n</soapenv:Envelope>";
    }

    private SoapMessages() {}
}
