package az.dost.vahid.journeys.lookup.soap;

import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.journeys.lookup.Refusals;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.wiring.Beans;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.camel.ProducerTemplate;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** CXF's servlet with one service below it. */
@Configuration(proxyBeanMethods = false)
@Beans(SoapFace.class)
class SoapConfiguration {
    private static final String PATHS = "/soap/*";
    private static final String ADDRESS = "/lookup";

    @Bean(destroyMethod = "shutdown")
    Bus soapBus() {
        return new CXFBusFactory().createBus();
    }

    @Bean
    ServletRegistrationBean<CXFNonSpringServlet> soapServlet(Bus bus) {
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        var registration = new ServletRegistrationBean<>(servlet, PATHS);
        registration.addInitParameter("hide-service-list-page", "true");
        return registration;
    }

    @Bean
    EndpointImpl soapEndpoint(Bus bus, ProducerTemplate producer, FrontDoor door, Refusals refusals, XmlSigner signer) {
        EndpointImpl endpoint = new EndpointImpl(bus, new SoapEndpoint(producer));
        endpoint.getInInterceptors().add(new SoapIntake(door));
        endpoint.getOutFaultInterceptors().add(new SoapFaults(refusals, signer));
        endpoint.publish(ADDRESS);
        return endpoint;
    }

    /** CXF answers for an address that it does not have with a page of its own. */
    @Bean
    FilterRegistrationBean<?> soapAddress() {
        var filter = new FilterRegistrationBean<>((request, response, chain) -> {
            if (ADDRESS.equals(((HttpServletRequest) request).getPathInfo())) {
                chain.doFilter(request, response);
            } else {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        });
        filter.addUrlPatterns(PATHS);
        return filter;
    }
}
