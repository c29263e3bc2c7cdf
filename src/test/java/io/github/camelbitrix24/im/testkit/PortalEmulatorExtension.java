package io.github.camelbitrix24.im.testkit;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link PortalEmulator} of its own, closes it afterwards, and when the test has failed prints the
 * portal's queues and latest calls with secrets masked. Register it in a field and ask it for the {@link #portal()}, or
 * let it fill a parameter of that type.
 */
public final class PortalEmulatorExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PortalEmulatorExtension.class);

    private final UnaryOperator<PortalBuilder> setup;
    private volatile PortalEmulator portal;

    public PortalEmulatorExtension() {
        this(UnaryOperator.identity());
    }

    public PortalEmulatorExtension(UnaryOperator<PortalBuilder> setup) {
        this.setup = setup;
    }

    public PortalEmulator portal() {
        return portal;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        portal = setup.apply(PortalEmulator.builder()).start();
        context.getStore(NAMESPACE).put(PortalEmulator.class, portal);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (PortalEmulator started = context.getStore(NAMESPACE).remove(PortalEmulator.class, PortalEmulator.class)) {
            if (started != null && context.getExecutionException().isPresent()) {
                System.err.println(context.getDisplayName() + " failed with the portal " + started.describe());
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PortalEmulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(PortalEmulator.class);
    }
}
