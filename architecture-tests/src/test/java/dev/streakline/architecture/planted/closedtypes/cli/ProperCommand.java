package dev.streakline.architecture.planted.closedtypes.cli;

class ProperCommand {}
