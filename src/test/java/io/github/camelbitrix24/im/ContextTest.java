package io.github.camelbitrix24.im;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Processor;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;

/**
 * A Camel context as an application has it, with JMX and with the time to stop that Camel gives by itself, which is
 * started by the test.
 */
public abstract class ContextTest extends CamelTestSupport {

    private static final int SHUTDOWN_TIMEOUT_SECONDS = 45;

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withUseRouteBuilder(false).withJMX(true);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withShutdownTimeout(SHUTDOWN_TIMEOUT_SECONDS);
    }

    /** What a test has not waited for itself nobody waits for when the context is stopped after it. */
    @AfterEach
    protected void waitNoLonger() {
        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(100);
    }

    /** Adds routes and starts the context if that was not done yet. */
    protected void routes(LambdaRouteBuilder routes) throws Exception {
        RouteBuilder.addRoutes(context, routes);
        context.start();
    }

    protected void routes(RoutesBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
    }

    /** Adds routes in YAML and starts the context if that was not done yet. */
    protected void yaml(String routes) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("routes.yaml", routes));
        context.start();
    }

    /** A header of each exchange that a mock has got, in the order of their arrival. */
    protected static List<Object> headers(MockEndpoint mock, String name) {
        return mock.getReceivedExchanges().stream().map(exchange -> exchange.getMessage().getHeader(name)).toList();
    }

    protected Bitrix24ImConfiguration configuration() {
        return context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration();
    }

    /** A route with the id {@code events} that hands what comes from an endpoint to a processor. */
    protected void route(String uri, Processor work) throws Exception {
        routes(r -> r.from(uri).routeId("events").process(work));
    }
}
