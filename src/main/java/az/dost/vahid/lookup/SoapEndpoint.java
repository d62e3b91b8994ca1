package az.dost.vahid.lookup;

import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Endpoint;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;

/** Puts our intake and our faults into the CXF endpoint of {@code contracts/lookup.wsdl}. */
final class SoapEndpoint implements CxfConfigurer {
    private final SoapFaults faults;

    SoapEndpoint(SoapFaults faults) {
        this.faults = faults;
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) { }

    @Override
    public void configureClient(Client client) { }

    @Override
    public void configureServer(Server server) {
        Endpoint endpoint = server.getEndpoint();
        endpoint.getInInterceptors().add(new SoapIntake());
        endpoint.getOutFaultInterceptors().add(faults);
    }
}
