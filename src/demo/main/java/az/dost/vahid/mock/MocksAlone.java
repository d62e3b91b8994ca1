package az.dost.vahid.mock;

import org.springframework.context.annotation.Configuration;

/** An application without a gateway: only the agencies, which {@link StartMocks} starts. */
@Configuration(proxyBeanMethods = false)
public class MocksAlone {}
