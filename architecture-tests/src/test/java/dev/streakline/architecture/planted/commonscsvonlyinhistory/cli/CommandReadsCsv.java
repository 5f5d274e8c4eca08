package dev.streakline.architecture.planted.commonscsvonlyinhistory.cli;

import org.apache.commons.csv.CSVFormat;

record CommandReadsCsv(CSVFormat format) {}
