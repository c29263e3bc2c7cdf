package com.example.failover;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.zookeeper.cluster.ZooKeeperClusterService;

/**
 * Lets the component {@code master} elect its leader with ZooKeeper. Camel Main creates beans of properties and YAML too
 * late for that; a configuration class is early enough.
 */
public class ClusterConfiguration implements CamelConfiguration {

    @Override
    public void configure(CamelContext camelContext) throws Exception {
        ZooKeeperClusterService cluster = new ZooKeeperClusterService();
        cluster.setId(camelContext.resolvePropertyPlaceholders("{{worker}}"));
        cluster.setNodes(camelContext.resolvePropertyPlaceholders("{{zookeeper.nodes}}"));
        cluster.setBasePath("/camel");
        long sessionTimeout = Long.parseLong(camelContext.resolvePropertyPlaceholders("{{zookeeper.session-timeout}}"));
        cluster.setSessionTimeout(sessionTimeout);
        cluster.setConnectTimeout(sessionTimeout);
        camelContext.addService(cluster);
    }
}
