package dev.streakline.architecture.planted.domainfeaturegraph.domain.gossip;

record FeatureThatIsNotInTheGraph(int day) {}
