package az.dost.vahid.lookup;

import az.dost.vahid.signature.XmlSigner;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SoapConfiguration {
    private static final String ADDRESS = "/lookup";

    @Bean
    SoapDesk soapDesk(Reception reception, RequestReader reader, Seal seal) {
        return new SoapDesk(reception, reader, seal);
    }

    @Bean
    SoapEndpoint soapEndpoint(Refusals refusals, XmlSigner signer) {
        return new SoapEndpoint(new SoapFaults(refusals, signer));
    }

    /** CXF answers for an address that it does not have with a page of its own. */
    @Bean
    FilterRegistrationBean<?> soapAddress(@Value("${cxf.path}") String path) {
        var filter = new FilterRegistrationBean<>((request, response, chain) -> {
            if (ADDRESS.equals(((HttpServletRequest) request).getPathInfo())) {
                chain.doFilter(request, response);
            } else {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        });
        filter.addUrlPatterns(path + "/*");
        return filter;
    }
}
