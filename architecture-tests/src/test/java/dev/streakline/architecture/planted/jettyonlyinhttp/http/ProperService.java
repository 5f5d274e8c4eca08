package dev.streakline.architecture.planted.jettyonlyinhttp.http;

import org.eclipse.jetty.server.Server;

record ProperService(Server server) {}
