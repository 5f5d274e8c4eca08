package dev.streakline.architecture.planted.commonscsvonlyinformat.cli;

import org.apache.commons.csv.CSVFormat;

record CommandReadsCsv(CSVFormat format) {}
