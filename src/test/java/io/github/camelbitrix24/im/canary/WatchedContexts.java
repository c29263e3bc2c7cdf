package io.github.camelbitrix24.im.canary;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelContextTracker;
import org.apache.camel.spi.PackageScanResourceResolver;
import org.apache.camel.support.LifecycleStrategySupport;

/** Every Camel context of the tests: what it tells while it runs, and what can be seen of it before it stops. */
final class WatchedContexts extends CamelContextTracker {

    @Override
    public void contextCreated(CamelContext context) {
        context.setDevConsole(true);
        ServiceFilesFoundOnce files = new ServiceFilesFoundOnce();
        files.setCamelContext(context);
        context.getCamelContextExtension().addContextPlugin(PackageScanResourceResolver.class, files);
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextInitialized(CamelContext initialized) {
                initialized.getManagementStrategy().addEventNotifier(new InspectedEvents());
            }

            @Override
            public void onContextStopping(CamelContext stopping) {
                VisibleContext.inspect(stopping);
            }
        });
    }
}
