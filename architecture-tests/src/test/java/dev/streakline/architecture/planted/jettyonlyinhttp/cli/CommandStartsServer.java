package dev.streakline.architecture.planted.jettyonlyinhttp.cli;

import org.eclipse.jetty.server.Server;

record CommandStartsServer(Server server) {}
