package az.dost.vahid.figures;

import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans(Figures.class)
class FiguresConfiguration {}
